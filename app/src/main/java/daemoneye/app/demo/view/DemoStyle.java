package daemoneye.app.demo.view;

import java.util.Objects;

/// The looks of what a tour shows.
final class DemoStyle {
    static final String SHEET =
            Objects.requireNonNull(DemoStyle.class.getResource("/css/demo.css"), "css/demo.css")
                    .toExternalForm();

    private DemoStyle() {}
}
