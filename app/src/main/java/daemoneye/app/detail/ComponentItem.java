package daemoneye.app.detail;

import daemoneye.app.controls.mark.StateKind;

/// One component as the detail page lists it.
///
/// @param checked "2 s ago"
public record ComponentItem(String name, StateKind kind, String message, String checked) {}
