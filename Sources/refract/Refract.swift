import ArgumentParser
@main struct Refract: ParsableCommand { func run() {} }
