/** The permission matrix: every endpoint against a slow model of the documented rules, on drawn settings. */
@NullMarked
package org.affogato.api.permission;

import org.jspecify.annotations.NullMarked;
