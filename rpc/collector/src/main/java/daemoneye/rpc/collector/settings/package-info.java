/// What a collector can be told, and how it is checked.
@NullMarked
package daemoneye.rpc.collector.settings;

import org.jspecify.annotations.NullMarked;
