package daemoneye.app.controls;

import static daemoneye.app.controls.SampleDetail.styled;

import daemoneye.app.controls.mark.CountChip;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// A window of the console with sample content and no life: proves the composition.
final class SampleShell {
    private SampleShell() {}

    static BorderPane build(Node content) {
        BorderPane right = new BorderPane(content);
        right.setTop(header());
        right.setRight(SampleDetail.build());
        BorderPane shell = new BorderPane(right);
        shell.setLeft(rail());
        shell.setBottom(status());
        return styled(shell, "profile-frame");
    }

    static Node fleet() {
        HBox tools = styled(new HBox(), "tool-row");
        tools.getChildren()
                .addAll(
                        chip(StateKind.HEALTHY, 41),
                        chip(StateKind.DEGRADED, 1),
                        chip(StateKind.FAILED, 1),
                        chip(StateKind.UNRESPONSIVE, 1),
                        chip(StateKind.UNKNOWN, 0));
        tools.getChildren().addAll(space(), new Button("Table"), new Button("Cards"));
        VBox content = styled(new VBox(tools, SampleTable.build()), "content");
        VBox.setVgrow(content.getChildren().get(1), Priority.ALWAYS);
        Label done = new Label("Restarted procmond-app-11 after 1.4 s");
        Button undo = styled(new Button("Show"), "quiet");
        HBox toast = styled(new HBox(new StateMark(StateKind.HEALTHY), done, undo), "toast");
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toast.setTranslateY(-20);
        StackPane stack = new StackPane(content, toast);
        StackPane.setAlignment(toast, javafx.geometry.Pos.BOTTOM_CENTER);
        return stack;
    }

    private static CountChip chip(StateKind kind, int count) {
        CountChip chip = new CountChip(kind, kind.styleClass());
        chip.setCount(count);
        return chip;
    }

    static Node nothing() {
        EmptyState empty =
                new EmptyState(
                        ConsoleIcon.EMPTY.literal(),
                        "No collector matches",
                        "The search host:web-99 finds nothing among 45 collectors."
                                + " Clear it to see all of them.");
        empty.getChildren().add(new Button("Clear the search"));
        VBox loading = new VBox(12);
        for (int i = 0; i < 4; i++) {
            Region dot = styled(styled(new Region(), "skeleton"), "round");
            dot.setPrefSize(32, 32);
            Region line = styled(new Region(), "skeleton");
            line.setPrefWidth(420 - i * 60);
            HBox row = new HBox(16, dot, line);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            loading.getChildren().add(row);
        }
        Label past = new Label("Last known, 09:41:07. Nothing you see here is live.");
        HBox banner = styled(styled(new HBox(past), "banner"), "warn");
        HBox buttons = new HBox(8);
        for (String[] each :
                new String[][] {
                    {"Apply 3 changes to procmond-web-02", "accent"},
                    {"Force shut down procmond", "solid"},
                    {"Dry run again", "plain"},
                    {"Not offered", "disabled"}
                }) {
            Button button = styled(new Button(each[0]), each[1]);
            button.getStyleClass().add(each[1].equals("solid") ? "danger" : "plain");
            button.setDisable(each[1].equals("disabled"));
            buttons.getChildren().add(button);
        }
        return styled(new VBox(16, banner, empty, loading, buttons), "content");
    }

    private static Node rail() {
        VBox rail = styled(new VBox(), "rail");
        ConsoleIcon[] icons = {
            ConsoleIcon.FLEET,
            ConsoleIcon.CALLS,
            ConsoleIcon.ALERTS,
            ConsoleIcon.AUDIT,
            ConsoleIcon.DEMO,
            ConsoleIcon.SETTINGS
        };
        for (ConsoleIcon icon : icons) {
            String name = icon.name().charAt(0) + icon.name().substring(1).toLowerCase(Locale.ROOT);
            ToggleButton item = styled(new ToggleButton(name, icon.node()), "rail-item");
            item.setSelected(icon == ConsoleIcon.FLEET);
            rail.getChildren().add(item);
        }
        return rail;
    }

    private static Node header() {
        LinkBadge link = new LinkBadge();
        link.show(LinkBadge.Link.CONNECTED, "connected", "0.4 ms · clock +3 ms");
        TextField search = styled(new TextField(), "search-field");
        search.setPromptText("state: type: host: label: or text");
        HBox.setHgrow(search, Priority.ALWAYS);
        Button profile = styled(new Button("this machine"), "profile-button");
        Label commands = styled(new Label("Commands"), "muted");
        HBox keys = new HBox(6, commands, styled(new Label("Ctrl K"), "key-hint"));
        keys.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return styled(new HBox(profile, link, search, keys), "header");
    }

    private static Node status() {
        ProgressBar bar = new ProgressBar(0.6);
        bar.setPrefWidth(90);
        return styled(
                new HBox(
                        new Label("Restart procmond-app-11"),
                        bar,
                        new Label("waiting for first heartbeat, 3 of 30 s"),
                        space(),
                        new Label("45 collectors · 12 hosts"),
                        new Label("last beat 0.1 s ago")),
                "console-status");
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
