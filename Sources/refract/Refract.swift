import ArgumentParser

@main
struct Refract: ParsableCommand {}
