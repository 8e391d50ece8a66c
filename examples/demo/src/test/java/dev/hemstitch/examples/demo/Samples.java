package dev.hemstitch.examples.demo;

import java.nio.file.Path;

/** Where the samples are, seen from this module. */
public final class Samples {
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    public static final Path FOLDER = ROOT.resolve("samples");

    private Samples() {}
}
