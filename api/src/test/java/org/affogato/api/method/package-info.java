@NullMarked
package org.affogato.api.method;

import org.jspecify.annotations.NullMarked;
