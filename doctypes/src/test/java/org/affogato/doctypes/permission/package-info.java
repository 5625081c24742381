/** Rights on a whole site. */
@NullMarked
package org.affogato.doctypes.permission;

import org.jspecify.annotations.NullMarked;
