/// Short programs to copy: one that keeps collectors, one that is a collector.
@NullMarked
package daemoneye.rpc.cli.example;

import org.jspecify.annotations.NullMarked;
