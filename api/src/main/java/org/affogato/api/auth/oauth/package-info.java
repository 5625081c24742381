/** Programs that act for users: OAuth 2 and OpenID Connect, as Frappe provides them. */
@NullMarked
package org.affogato.api.auth.oauth;

import org.jspecify.annotations.NullMarked;
