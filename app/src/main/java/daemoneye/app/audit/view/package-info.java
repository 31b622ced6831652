/// The page of the audit logs.
@NullMarked
package daemoneye.app.audit.view;

import org.jspecify.annotations.NullMarked;
