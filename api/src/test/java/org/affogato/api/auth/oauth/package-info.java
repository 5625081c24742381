/** Tests of oauth over HTTP. */
@NullMarked
package org.affogato.api.auth.oauth;

import org.jspecify.annotations.NullMarked;
