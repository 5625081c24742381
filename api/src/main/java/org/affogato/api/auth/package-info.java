/** Who calls: logins, sessions with their cookies, API keys, the CSRF rule. */
@NullMarked
package org.affogato.api.auth;

import org.jspecify.annotations.NullMarked;
