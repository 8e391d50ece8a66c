package dev.hemstitch.examples.demo.process;

/** A program that ends at once. */
final class SilentProgram {
    private SilentProgram() {}

    public static void main(String[] arguments) {
        System.out.println("no luck today");
    }
}
