package daemoneye.app.detail;

/// A label and its value.
public record FactItem(String label, String value) {}
