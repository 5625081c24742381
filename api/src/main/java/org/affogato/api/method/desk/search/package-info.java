/** What link fields and mentions offer while a user types. */
@NullMarked
package org.affogato.api.method.desk.search;

import org.jspecify.annotations.NullMarked;
