@NullMarked
package org.affogato.api.method.desk.meta;

import org.jspecify.annotations.NullMarked;
