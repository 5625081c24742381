@NullMarked
package org.affogato.api.auth;

import org.jspecify.annotations.NullMarked;
