@NullMarked
package org.affogato.api.method.desk.board;

import org.jspecify.annotations.NullMarked;
