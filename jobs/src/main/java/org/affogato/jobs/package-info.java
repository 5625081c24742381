/** Queue, workers and scheduler: implements the engine's SPI for work that happens later. */
package org.affogato.jobs;
