// Package cloudfunctions holds the checks of Cloud Run functions, one to a file.
package cloudfunctions

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudfunctions"
)

// All lists the package's checks.
var All = []*checks.Check{
	FunctionIngress,
	FunctionPublic,
	FunctionVPC,
}

// each looks at every function that is not about to go.
func each(look func(*checks.Probe, *cloudfunctions.Function)) checks.Run {
	return checks.Each(cloudfunctions.Functions, func(p *checks.Probe, f *cloudfunctions.Function) {
		switch state, ok := f.State.Get(p); {
		case !ok:
		case state == "DELETING" || state == "DELETE_IN_PROGRESS":
			p.Skipf("the function is being deleted")
		default:
			look(p, f)
		}
	})
}
