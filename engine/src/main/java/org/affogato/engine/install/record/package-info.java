/** Records that apps ship as files beside their definitions. */
@NullMarked
package org.affogato.engine.install.record;

import org.jspecify.annotations.NullMarked;
