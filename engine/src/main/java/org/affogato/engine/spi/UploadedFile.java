package org.affogato.engine.spi;

/** A file that came in with a multipart form, as the argument of its field's name. */
public record UploadedFile(String filename, String contentType, byte[] content) {}
