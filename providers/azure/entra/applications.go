package entra

import (
	"context"
	"iter"
	"time"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Application is an app registration.
type Application struct {
	inventory.Resource
	Secrets      inventory.Known[[]Credential]
	Certificates inventory.Known[[]Credential]
}

// A Credential is a secret or a certificate of an application: when it is
// good, and never what it is.
type Credential struct {
	KeyID string
	Start inventory.Known[time.Time]
	End   inventory.Known[time.Time]
}

type credentialJSON struct {
	KeyID string     `json:"keyId"`
	Start *time.Time `json:"startDateTime"`
	End   *time.Time `json:"endDateTime"`
}

// Applications lists the app registrations.
var Applications = &inventory.Type[Application]{
	Kind: "azure.entra.Application", Level: inventory.AtOrganization, Model: inventory.Account,
	Actions: []string{"Application.Read.All"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Application, error] {
		return func(yield func(*Application, error) bool) {
			all, err := azure.EntraAll[struct {
				ID           string            `json:"id"`
				DisplayName  string            `json:"displayName"`
				Secrets      *[]credentialJSON `json:"passwordCredentials"`
				Certificates *[]credentialJSON `json:"keyCredentials"`
			}](ctx, s, "/v1.0/applications?$select=id,displayName,passwordCredentials,keyCredentials&$top=999")
			for _, j := range all {
				if j.ID == "" {
					yield(nil, unnamed("/applications"))
					return
				}
				a := &Application{
					Resource:     resource(s, j.ID, "/applications/"+j.ID, j.DisplayName),
					Secrets:      inventory.Map(answered("/applications", j.Secrets, "passwordCredentials"), credentials),
					Certificates: inventory.Map(answered("/applications", j.Certificates, "keyCredentials"), credentials),
				}
				if !yield(a, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

func credentials(all []credentialJSON) []Credential {
	out := make([]Credential, 0, len(all))
	for _, j := range all {
		out = append(out, Credential{j.KeyID, answered("/applications", j.Start, "startDateTime"), answered("/applications", j.End, "endDateTime")})
	}
	return out
}
