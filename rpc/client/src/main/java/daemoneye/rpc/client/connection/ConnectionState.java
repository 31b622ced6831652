package daemoneye.rpc.client.connection;

import daemoneye.rpc.transport.bus.Welcome;

import java.time.Duration;
import java.time.Instant;

/// How our link to the broker stands.
///
/// ```
///            ┌────────────── fault, try again ─────────────┐
///            ▼                                             │
///  Reconnecting(attempt, next try) ──dial──► Connected ────┘
///            └──────────────── close ────► Closed ◄── close
/// ```
public sealed interface ConnectionState {
    /// Working.
    ///
    /// @param since wall clock, for people
    record Connected(Welcome welcome, Instant since) implements ConnectionState {}

    /// Not working; tries again by itself.
    ///
    /// @param attempt from 1; 0 before the very first try
    /// @param nextTryIn until the next try, zero while one is under way
    /// @param fault why it does not work, one sentence; empty at the very first try
    record Reconnecting(int attempt, Duration nextTryIn, String fault) implements ConnectionState {}

    /// Over for good.
    record Closed(String reason) implements ConnectionState {}
}
