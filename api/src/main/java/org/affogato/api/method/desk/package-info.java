/** What the desk's list views and link fields call. */
@NullMarked
package org.affogato.api.method.desk;

import org.jspecify.annotations.NullMarked;
