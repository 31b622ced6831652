package daemoneye.rpc.broker.reply;

import daemoneye.rpc.broker.session.Session;

/// The way back from one responder to one caller.
///
/// @param request the caller's number for the request
/// @param index which of the responders this is, from 0
/// @param responders how many the request went to
/// @param responder the only session that may use it
/// @param deadlineNanos after which nobody may use it
record OpenRoute(
        Session caller,
        long request,
        int index,
        int responders,
        Session responder,
        long deadlineNanos) {}
