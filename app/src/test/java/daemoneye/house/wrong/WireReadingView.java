package daemoneye.house.wrong;

import daemoneye.rpc.protocol.time.SystemTicker;

/// Breaks the rule that a view knows its view model only.
public record WireReadingView(SystemTicker ticker) {}
