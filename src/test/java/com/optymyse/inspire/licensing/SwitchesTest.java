package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A switch over an enum or a sealed type of ours has no {@code default}, so that the compiler finds the places where a new
 * constant or a new case has to be decided. The sources are parsed, and the types are told by the names of their labels.
 */
class SwitchesTest {

    private static final Path SOURCES = Path.of("src");

    /** The constants of each enum and the cases of each sealed type, by the name of the type. */
    private final Map<String, Set<String>> closed = new HashMap<>();

    @Test
    void switch_overAnEnumOrASealedTypeOfOurs_hasNoDefault() throws IOException {
        assertThat(switchesWithDefault(SOURCES)).isEmpty();
        assertThat(closed).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case RED -> 1; default -> 2; | Colour",
                "case Colour.RED -> 1; default -> 2; | Colour",
                "case null -> 0; case RED -> 1; default -> 2; | Colour",
                "case Circle circle -> 1; default -> 2; | Shape",
                "case Circle(int radius) -> 1; default -> 2; | Shape",
                "case Shape.Circle circle -> 1; case null, default -> 2; | Shape"
            })
    void switch_plantedWithADefault_isFound(String cases, String type, @TempDir Path planted) throws IOException {
        plant(planted, cases);

        assertThat(switchesWithDefault(planted))
                .singleElement()
                .asString()
                .contains("Planted.java: switch over " + type + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case RED -> 1; case GREEN -> 2;",
                "case Circle circle -> 1; case Square square -> 2;",
                "case String text -> 1; default -> 2;",
                "case 1 -> 1; default -> 2;",
                "case TEXT -> 1; default -> 2;"
            })
    void switch_plantedThatIsExhaustiveOrOverAnotherType_isNotFound(String cases, @TempDir Path planted)
            throws IOException {
        plant(planted, cases);

        assertThat(switchesWithDefault(planted)).isEmpty();
    }

    private static void plant(Path folder, String cases) throws IOException {
        Files.writeString(folder.resolve("Planted.java"), """
                class Planted {
                    static final String TEXT = "text";
                    enum Colour { RED, GREEN }
                    sealed interface Shape {
                        record Circle(int radius) implements Shape {}
                        record Square(int side) implements Shape {}
                    }
                    int of(Object value) {
                        return switch (value) { CASES };
                    }
                }
                """.replace("CASES", cases));
    }

    private List<String> switchesWithDefault(Path root) throws IOException {
        List<CompilationUnitTree> sources = parsed(files(root));
        sources.forEach(source -> source.accept(new ClosedTypes(), null));
        sources.forEach(source -> source.accept(new SealedCases(), null));
        return sources.stream().flatMap(this::switchesWithDefault).toList();
    }

    private Stream<String> switchesWithDefault(CompilationUnitTree source) {
        Fields fields = new Fields();
        source.accept(fields, null);
        Switches switches = new Switches();
        source.accept(switches, null);
        return switches.found.stream()
                .filter(labels -> labels.stream().noneMatch(fields.names::contains))
                .flatMap(labels -> closed.entrySet().stream()
                        .filter(type -> type.getValue().containsAll(labels))
                        .limit(1)
                        .map(type ->
                                source.getSourceFile().getName() + ": switch over " + type.getKey() + ", " + labels));
    }

    private static List<CompilationUnitTree> parsed(Collection<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<CompilationUnitTree> sources = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            task.parse().forEach(sources::add);
        }
        return sources;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        }
    }

    /** The simple name: without the packages, the outer types and the arguments. */
    private static String name(Tree type) {
        return type.toString().replaceFirst("<.*", "").replaceFirst(".*\\.", "");
    }

    private final class ClosedTypes extends TreeScanner<Void, Void> {

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getKind() == Tree.Kind.ENUM) {
                add(
                        type,
                        type.getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(member -> ((VariableTree) member))
                                .filter(member -> name(type).equals(String.valueOf(member.getType())))
                                .map(member -> member.getName().toString())
                                .collect(Collectors.toSet()));
            } else if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
                add(type, Set.of());
            }
            return super.visitClass(type, null);
        }

        private void add(ClassTree type, Set<String> names) {
            closed.computeIfAbsent(name(type), first -> new HashSet<>()).addAll(names);
        }

        private String name(ClassTree type) {
            return type.getSimpleName().toString();
        }
    }

    private final class SealedCases extends TreeScanner<Void, Void> {

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            Stream.concat(Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream())
                    .map(parent -> closed.get(name(parent)))
                    .filter(cases -> cases != null)
                    .forEach(cases -> cases.add(type.getSimpleName().toString()));
            return super.visitClass(type, null);
        }
    }

    /** Fields of a class can be labels, too, such as texts. */
    private static final class Fields extends TreeScanner<Void, Void> {

        private final Set<String> names = new HashSet<>();

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getModifiers().getFlags().contains(Modifier.FINAL)
                    && String.valueOf(variable.getType()).matches("String|int|long|char")) {
                names.add(variable.getName().toString());
            }
            return super.visitVariable(variable, null);
        }
    }

    /** The labels of each switch that has a default beside others. */
    private static final class Switches extends TreeScanner<Void, Void> {

        private final List<Set<String>> found = new ArrayList<>();

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            add(tree.getCases());
            return super.visitSwitch(tree, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            add(tree.getCases());
            return super.visitSwitchExpression(tree, null);
        }

        private void add(List<? extends CaseTree> cases) {
            List<CaseLabelTree> labels = cases.stream()
                    .flatMap(label -> label.getLabels().stream())
                    .map(CaseLabelTree.class::cast)
                    .toList();
            Set<String> names = labels.stream()
                    .flatMap(Switches::label)
                    .filter(text -> !text.equals("null"))
                    .collect(Collectors.toSet());
            if (!names.isEmpty() && labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
                found.add(names);
            }
        }

        private static Stream<String> label(CaseLabelTree label) {
            return switch (label) {
                case ConstantCaseLabelTree constant -> Stream.of(name(constant.getConstantExpression()));
                case PatternCaseLabelTree pattern -> Stream.of(type(pattern.getPattern()));
                default -> Stream.empty();
            };
        }

        private static String type(PatternTree pattern) {
            return switch (pattern) {
                case BindingPatternTree binding -> name(binding.getVariable().getType());
                case DeconstructionPatternTree record -> name(record.getDeconstructor());
                default -> pattern.toString();
            };
        }
    }
}
