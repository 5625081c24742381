/** What the desk's views have in common; one package below for each kind of view. */
@NullMarked
package org.affogato.api.method.desk;

import org.jspecify.annotations.NullMarked;
