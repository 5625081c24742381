/** The application: settings, the engine as a bean, start and stop, the start page. */
@NullMarked
package org.affogato.api.start;

import org.jspecify.annotations.NullMarked;
