/** The clock: runs the jobs that apps schedule, once over all nodes. */
@NullMarked
package org.affogato.jobs.scheduler;

import org.jspecify.annotations.NullMarked;
