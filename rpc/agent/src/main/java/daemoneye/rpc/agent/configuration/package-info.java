/// The settings of collectors: what holds, what may change, and how it is changed and taken back.
@NullMarked
package daemoneye.rpc.agent.configuration;

import org.jspecify.annotations.NullMarked;
