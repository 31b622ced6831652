package daemoneye.house.wrong;

import javafx.scene.Node;

/// Breaks the rule that a view model knows no scene.
public record SceneViewModel(Node node) {}
