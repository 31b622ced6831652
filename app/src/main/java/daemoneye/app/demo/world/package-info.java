/// The world that a tour is played in: real broker, agent and collectors, beside them scripted
/// collectors, and what can go wrong.
@NullMarked
package daemoneye.app.demo.world;

import org.jspecify.annotations.NullMarked;
