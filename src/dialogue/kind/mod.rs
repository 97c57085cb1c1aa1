//! stub
use chrono::NaiveDate; use crate::content::{Provinces,Lists};
macro_rules! kinds { ($($v:ident $s:literal),*) => { #[derive(Debug,Clone,Copy,PartialEq,Eq)] pub enum Kind { $($v),* } impl Kind { pub fn parse(id:&str)->Option<Kind>{ match id { $($s=>Some(Kind::$v)),*, _=>None } } pub fn id(self)->&'static str{ match self { $(Kind::$v=>$s),* } } } } }
kinds!(Province "province",Domain "domain",Email "email",Mobile "mobile",Phone "phone",PersonName "person-name",Name "name",Address "address",SiteName "site-name",Text "text",Date "date",FilingNumber "filing-number",PublicSecurityNumber "public-security-number",ServiceCode "service-code",ResidentId "resident-id",HmtResidencePermit "hmt-residence-permit",HkMoTravelPermit "hk-mo-travel-permit",TwTravelPermit "tw-travel-permit",Passport "passport",PermanentResidenceCard "permanent-residence-card",CreditCode "credit-code",OtherCertificate "other-certificate");
pub struct Given<'a>{pub today:NaiveDate,pub provinces:&'a Provinces,pub lists:&'a Lists,pub province:Option<&'a str>,pub subject_kind:Option<&'a str>,pub other:Option<&'a str>}
pub struct Checked{pub value:String,pub notes:Vec<Note>}
pub struct Note{pub code:&'static str,pub args:Vec<(&'static str,String)>}
pub struct Refusal{pub reason:&'static str,pub args:Vec<(&'static str,String)>}
pub enum ReadingValues{Listed(&'static [&'static str]),Provinces}
pub struct Reading{pub name:&'static str,pub values:ReadingValues}
impl Kind{
 pub fn check(self,typed:&str,g:&Given<'_>)->Result<Checked,Refusal>{ let v=if self==Kind::Date && typed=="today"{g.today.to_string()}else{typed.trim().to_owned()}; if v.is_empty(){return Err(Refusal{reason:"length",args:vec![]})} Ok(Checked{value:v,notes:vec![]}) }
 pub fn reasons(self)->&'static [&'static str]{&["length"]}
 pub fn example(self)->&'static str{"x"}
 pub fn readings(self)->&'static [Reading]{ match self { Kind::ResidentId=>&[Reading{name:"province",values:ReadingValues::Provinces},Reading{name:"age",values:ReadingValues::Listed(&["under-16","16-17","adult"])}], Kind::Domain=>&[Reading{name:"suffix",values:ReadingValues::Listed(&["approved","not-approved","unlisted","government"])}], Kind::Mobile=>&[Reading{name:"range",values:ReadingValues::Listed(&["person","virtual"])}], _=>&[]}}
 pub fn read(self,r:&str,v:&str,_:&Given<'_>)->Option<String>{ match (self,r){(Kind::ResidentId,"province")=>Some(v[..2].to_owned()),(Kind::Domain,_)=>Some("approved".into()),(Kind::Mobile,_)=>Some("person".into()),_=>Some("adult".into())}}
 pub fn mask(self,_:&str)->String{"***".into()}
}
