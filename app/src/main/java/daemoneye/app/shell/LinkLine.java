package daemoneye.app.shell;

import daemoneye.app.controls.mark.LinkBadge;

/// What the header says of our link.
///
/// @param word "connected"
/// @param detail "0.4 ms · clock +3 ms", or when it tries again and why it failed; may be empty
public record LinkLine(LinkBadge.Link link, String word, String detail) {}
