/// The page of the fleet: chips, table, cells.
@NullMarked
package daemoneye.app.dashboard.view;

import org.jspecify.annotations.NullMarked;
