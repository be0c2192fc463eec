package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies that are described are those that are read. */
class ActivationBodiesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void fields_ofBothBodies_areThoseThatAreRead() {
        Map<String, Class<?>> described = fields(ActivationBodies.Online.class);
        described.putAll(fields(ActivationBodies.Offline.class));

        assertThat(described).containsExactlyInAnyOrderEntriesOf(fields(ActivationRequest.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {ActivationBodies.Online.class, ActivationBodies.Offline.class})
    void body_withWhatIsRequired_isTaken_andWithoutAnyOfItNot(Class<?> body) throws Exception {
        List<String> required = List.of(body.getAnnotation(Schema.class).requiredProperties());
        ObjectNode whole = JSON.createObjectNode();
        required.forEach(field -> whole.put(field, field));
        whole.put("method", body == ActivationBodies.Online.class ? "online" : "offline");

        assertThat(read(whole).asked()).isNotNull();
        assertThat(required).isNotEmpty().allSatisfy(field -> {
            ActivationRequest lacking = read(whole.deepCopy().without(field));
            assertThatThrownBy(lacking::asked)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo(field));
        });
    }

    private static ActivationRequest read(ObjectNode body) throws Exception {
        return JSON.treeToValue(body, ActivationRequest.class);
    }

    private static Map<String, Class<?>> fields(Class<?> type) {
        Map<String, Class<?>> fields = new TreeMap<>();
        Arrays.stream(type.getRecordComponents())
                .forEach(component -> fields.put(component.getName(), component.getType()));
        return fields;
    }
}
