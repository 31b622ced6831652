/// The fleet page: chips, table, rows.
@NullMarked
package daemoneye.app.dashboard;

import org.jspecify.annotations.NullMarked;
