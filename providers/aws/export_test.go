package aws

// RateOf is the present limit of a place, for tests.
func RateOf(s *Session, region, service string) float64 {
	return s.retryer(place{region, service}).Rate()
}
