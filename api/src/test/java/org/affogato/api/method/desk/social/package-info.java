@NullMarked
package org.affogato.api.method.desk.social;

import org.jspecify.annotations.NullMarked;
