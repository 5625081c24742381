package org.affogato.api.permission;

import java.util.Set;

/**
 * One row of a DocType's permissions.
 *
 * @param ifOwner whether it counts on the user's own documents only
 */
record Rule(String doctype, String role, int permlevel, boolean ifOwner, Set<String> rights) {}
