/// Leaving a collector alone that does not answer: one breaker for each collector and class of
/// calls. Knows outcomes, and nobody who calls.
@NullMarked
package daemoneye.rpc.client.call.breaker;

import org.jspecify.annotations.NullMarked;
