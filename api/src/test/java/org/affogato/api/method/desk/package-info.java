@NullMarked
package org.affogato.api.method.desk;

import org.jspecify.annotations.NullMarked;
