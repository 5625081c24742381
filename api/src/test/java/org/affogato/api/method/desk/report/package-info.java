@NullMarked
package org.affogato.api.method.desk.report;

import org.jspecify.annotations.NullMarked;
