/** Tests of jwt over HTTP. */
@NullMarked
package org.affogato.api.auth.jwt;

import org.jspecify.annotations.NullMarked;
