/** Which documents point at one, and what the desk does with them. */
@NullMarked
package org.affogato.api.method.desk.links;

import org.jspecify.annotations.NullMarked;
