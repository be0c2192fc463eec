package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Draws how answers compare with endpoints that answer nothing: a bar for the median, a line for the middle half. */
final class LoadPicture {

    private static final int WIDTH = 800;
    private static final int LEFT = 220;
    private static final int TOP = 58;
    private static final int ROW = 44;
    private static final int BAR = 13;
    private static final double LARGEST = 1.3;

    /** Legible on the pages of either color scheme. */
    private static final String STYLE = """
            <style>
              .paper { fill: #ffffff } .text { fill: #1f2328; font: 13px sans-serif } .figure { font-size: 11px }
              .empty { fill: #2f6feb } .open { fill: #8bb3f8 } .spread { stroke: #1f2328; stroke-width: 1.5 }
              .aim { stroke: #57606a; stroke-dasharray: 3 3 } .one { stroke: #57606a }
              @media (prefers-color-scheme: dark) {
                .paper { fill: #0d1117 } .text { fill: #e6edf3 } .empty { fill: #4c8dff } .open { fill: #1f4f9e }
                .spread { stroke: #e6edf3 } .aim, .one { stroke: #8b949e }
              }
            </style>
            """;

    private LoadPicture() {}

    static void write(Path file, List<AnswerLoad.Comparison> comparisons) throws IOException {
        int height = TOP + comparisons.size() * ROW + 28;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\""
                        + " aria-label=\"Requests per second beside endpoints that answer nothing\">%n",
                WIDTH,
                height));
        svg.append(STYLE);
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"paper\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n", WIDTH, height));
        text(svg, 14, 22, "Requests per second beside an endpoint that answers nothing (1.0)");
        legend(svg);
        line(svg, "one", 1, height);
        line(svg, "aim", 0.95, height);
        line(svg, "aim", 0.7, height);
        int y = TOP;
        for (AnswerLoad.Comparison comparison : comparisons) {
            text(svg, 14, y + BAR + 5, comparison.name());
            bar(svg, "empty", y, comparison.ofEmpty());
            bar(svg, "open", y + BAR + 3, comparison.ofOpen());
            y += ROW;
        }
        svg.append("</svg>").append(System.lineSeparator());
        Files.writeString(file, svg);
    }

    private static void legend(StringBuilder svg) {
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"empty\" x=\"%d\" y=\"34\" width=\"12\" height=\"12\"/>%n", LEFT));
        text(svg, LEFT + 18, 45, "with the same token");
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"open\" x=\"%d\" y=\"34\" width=\"12\" height=\"12\"/>%n", LEFT + 170));
        text(svg, LEFT + 188, 45, "without a token");
    }

    private static void bar(StringBuilder svg, String kind, int y, Spread ratio) {
        double middle = y + BAR / 2.0;
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                kind,
                LEFT,
                y,
                x(ratio.median()) - LEFT,
                BAR));
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"spread\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                x(ratio.low()),
                middle,
                x(ratio.high()),
                middle));
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"text figure\" x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                x(ratio.high()) + 6,
                y + BAR - 2,
                ratio.median()));
    }

    private static void line(StringBuilder svg, String kind, double ratio, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%1$s\" x1=\"%2$.1f\" y1=\"%3$d\" x2=\"%2$.1f\" y2=\"%4$d\"/>%n",
                kind,
                x(ratio),
                TOP - 6,
                height - 22));
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"text figure\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                x(ratio),
                height - 8,
                ratio == 1 ? "start" : ratio > 0.9 ? "end" : "middle",
                ratio));
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append(String.format(Locale.ROOT, "<text class=\"text\" x=\"%d\" y=\"%d\">%s</text>%n", x, y, text));
    }

    private static double x(double ratio) {
        return LEFT + (WIDTH - LEFT - 50) * Math.min(ratio, LARGEST) / LARGEST;
    }
}
