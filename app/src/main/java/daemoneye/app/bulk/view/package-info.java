/// The bar for several chosen rows, and the table of what became of each.
@NullMarked
package daemoneye.app.bulk.view;

import org.jspecify.annotations.NullMarked;
