/** Documents with a beginning and an end. */
@NullMarked
package org.affogato.api.method.desk.calendar;

import org.jspecify.annotations.NullMarked;
