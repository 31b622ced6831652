package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names and values of one theme's token file.
record Tokens(Theme theme, Map<String, String> values) {
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*(-[a-z0-9-]+):\\s*([^;]+);");

    static Tokens of(Theme theme) throws IOException {
        return new Tokens(theme, entries(theme.stylesheets().getFirst()));
    }

    static Map<String, String> entries(String address) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(text(address));
        while (entry.find()) {
            values.put(entry.group(1), entry.group(2).strip());
        }
        return values;
    }

    static String text(String address) throws IOException {
        try (InputStream in = java.net.URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The colour a name stands for, through as many other names as it takes.
    Color color(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError("the token " + name + " is not defined");
        }
        return value.startsWith("-") ? color(value) : Color.web(value);
    }

    /// The contrast of two opaque colours after WCAG 2.2, from 1 to 21.
    double contrast(String one, String other) {
        return contrast(color(one), color(other));
    }

    /// The same of text on a ground that lets shine through what is below it.
    double contrast(String text, String veil, String ground) {
        var below = color(ground);
        var over = color(veil);
        var seen =
                below.interpolate(
                        Color.color(over.getRed(), over.getGreen(), over.getBlue()),
                        over.getOpacity());
        return contrast(color(text), seen);
    }

    /// Demands this contrast of each in front with each ground.
    void demand(double least, List<String> fronts, List<String> grounds) {
        for (var ground : grounds) {
            for (var front : fronts) {
                assertThat(contrast(front, ground))
                        .as("%s on %s, %s", front, ground, theme)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
