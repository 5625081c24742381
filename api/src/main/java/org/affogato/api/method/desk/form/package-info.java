/** What the desk's form calls around one document. */
@NullMarked
package org.affogato.api.method.desk.form;

import org.jspecify.annotations.NullMarked;
