/** Customize Form: one form over the Custom Fields, Property Setters and added rows of a DocType. */
@NullMarked
package org.affogato.engine.install.customize;

import org.jspecify.annotations.NullMarked;
