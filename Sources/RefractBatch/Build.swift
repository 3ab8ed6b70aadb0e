// Reading inputs and writing reports.
internal import RefractReport
